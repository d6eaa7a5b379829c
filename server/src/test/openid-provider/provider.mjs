/**
 * An OpenID Connect provider for tests: the certified oidc-provider on a real socket, which signs in
 * whoever the test says, and lies in its ID tokens when the test asks it to. Prints its issuer when it
 * listens; ends when its standard input does, so that it never outlives the test.
 *
 * POST /test takes JSON and changes how it behaves from then on:
 * `redirect`: the one address that clients may name; `person`: who sits in front of the browser, a
 * `sub` of `people`; `people`: claims by `sub`; `inToken`: whether claims stand in the ID token and not
 * at the userinfo endpoint alone; `rotate`: another key signs; `lies`: claims to put into ID tokens in
 * place of the true ones (null: leave out); `signature`: "own", "foreign" (a key nobody knows), "none" or
 * "secret" (with the client's secret); `mood`: "fine", "silent" (takes requests and never answers) or
 * "broken" (answers 500).
 */
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, decodeJwt, importJWK } from "jose";
import Provider from "oidc-provider";

const clientId = "souffleur";
const clientSecret = "a-secret-between-the-two-of-them-0123456789";
const algorithm = "RS256";

let state = {
  redirect: "http://localhost/v1/open-id/return",
  person: "nobody",
  people: {},
  inToken: false,
  lies: {},
  signature: "own",
  mood: "fine",
};
let keys = 0;
let key = await newKey();
let answer;

async function newKey() {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  keys += 1;
  return { ...(await exportJWK(privateKey)), alg: algorithm, use: "sig", kid: `key-${keys}` };
}

function newProvider(issuer) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [state.redirect],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ["cookies of a test"] },
    scopes: ["openid"],
    claims: { openid: ["sub"], profile: ["name", "preferred_username"], groups: ["groups"] },
    conformIdTokenClaims: !state.inToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...state.people[sub] }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId,
        accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope("openid profile groups");
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Interaction: 60, Session: 60, Grant: 60 },
  });
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path === "/token" && ctx.body?.id_token) {
      ctx.body = { ...ctx.body, id_token: await told(ctx.body.id_token) };
    }
  });
  return provider;
}

/** The ID token as the test wants it. */
async function told(token) {
  if (Object.keys(state.lies).length === 0 && state.signature === "own") return token;
  const claims = { ...decodeJwt(token), ...state.lies };
  for (const [name, value] of Object.entries(claims)) if (value === null) delete claims[name];
  if (state.signature === "none") return new UnsecuredJWT(claims).encode();
  if (state.signature === "secret") {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(clientSecret));
  }
  const signer = state.signature === "foreign" ? { ...(await newKey()), kid: key.kid } : key;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, kid: signer.kid })
    .sign(await importJWK(signer, algorithm));
}

async function change(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const { rotate, ...changes } = JSON.parse(Buffer.concat(parts).toString("utf8"));
  state = { ...state, ...changes };
  if (rotate) key = await newKey();
  if (rotate || "redirect" in changes || "inToken" in changes) begin();
}

/** Signs in the person who sits there, without asking them anything. */
async function interact(provider, request, response) {
  await provider.interactionFinished(request, response, { login: { accountId: state.person } });
}

const server = createServer((request, response) => {
  if (request.method === "POST" && request.url === "/test") {
    change(request).then(() => response.writeHead(204).end());
  } else if (state.mood === "broken") {
    response.writeHead(500).end();
  } else if (state.mood === "fine") {
    answer(request, response);
  }
});

function begin() {
  const provider = newProvider(`http://127.0.0.1:${server.address().port}`);
  const callback = provider.callback();
  answer = (request, response) =>
    request.url.startsWith("/interaction/")
      ? interact(provider, request, response)
      : callback(request, response);
}

server.listen(0, "127.0.0.1", () => {
  begin();
  console.log(`http://127.0.0.1:${server.address().port}`);
});
process.stdin.on("end", () => process.exit(0)).resume();
