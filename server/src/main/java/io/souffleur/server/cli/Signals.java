package io.souffleur.server.cli;

import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * Hears what the operating system tells the process. The platform's class for it, {@code
 * sun.misc.Signal}, belongs to {@code jdk.unsupported} and has no successor; it is found by its
 * name, since this house compiles without warnings. Without this the second signal of somebody in a
 * hurry would not be heard: the machine is stopping already, and listens no more.
 */
final class Signals {
  private Signals() {}

  /**
   * Calls {@code told} with the number of the signal, each time, on a thread of its own.
   *
   * @param name without SIG, such as {@code TERM}
   */
  @SuppressWarnings("ReferenceEquality") // What equals of an object is that has no other.
  static void hear(String name, IntConsumer told) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "handle" -> {
                      told.accept((int) signal.getMethod("getNumber").invoke(arguments[0]));
                      yield null;
                    }
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "told of " + name;
                  });
      var unused =
          signal
              .getMethod("handle", signal, handler)
              .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java does not tell of signals", e);
    }
  }
}
