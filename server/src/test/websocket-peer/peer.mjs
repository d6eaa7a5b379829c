// The WebSocket that comes with Node, told what to do by a test: one JSON object a line on standard
// input, what happens on standard output.
//
//   {"do":"open","line":1,"address":"ws://…","subprotocol":"…","headers":{…}}
//   {"do":"text","line":1,"text":"…"}   {"do":"binary","line":1,"base64":"…"}   {"do":"close","line":1,"code":1000}
//
//   {"line":1,"open":"subprotocol"}   {"line":1,"text":"…"}   {"line":1,"closed":1000}   {"line":1,"failed":true}

import { createInterface } from 'node:readline';

const sockets = new Map();

function tell(message) {
  process.stdout.write(JSON.stringify(message) + '\n');
}

function open({ line, address, subprotocol, headers }) {
  const socket = new WebSocket(address, { protocols: [subprotocol], headers });
  sockets.set(line, socket);
  socket.addEventListener('open', () => tell({ line, open: socket.protocol }));
  socket.addEventListener('message', (event) => tell({ line, text: event.data }));
  socket.addEventListener('error', () => tell({ line, failed: true }));
  socket.addEventListener('close', (event) => tell({ line, closed: event.code }));
}

for await (const said of createInterface({ input: process.stdin })) {
  const order = JSON.parse(said);
  const socket = sockets.get(order.line);
  switch (order.do) {
    case 'open':
      open(order);
      break;
    case 'text':
      socket.send(order.text);
      break;
    case 'binary':
      socket.send(Buffer.from(order.base64, 'base64'));
      break;
    case 'close':
      socket.close(order.code);
      break;
  }
}
process.exit(0);
