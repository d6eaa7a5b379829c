package io.souffleur.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.ee11.servlet.DefaultServlet;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The files a server shows: those under {@code META-INF/resources} on the class path, or those of a
 * folder while somebody works on them.
 *
 * @param folder empty: the class path
 */
public record Pages(Optional<Path> folder) {

  /** What is shown where there is no page. */
  private static final String NOTHING = "/nothing/index.html";

  /** The pages that come with the program. */
  public static Pages shipped() {
    return new Pages(Optional.empty());
  }

  void serveIn(ServletContextHandler context) {
    ResourceFactory resources = ResourceFactory.of(context);
    Resource base =
        folder
            .map(resources::newResource)
            .orElseGet(() -> resources.newClassLoaderResource("META-INF/resources/"));
    if (base != null) {
      context.setBaseResource(base);
    }
    context.setWelcomeFiles(new String[] {"index.html"});
    ServletHolder files = new ServletHolder(new DefaultServlet());
    files.setInitParameter("dirAllowed", "false");
    files.setInitParameter("etags", "true");
    files.setInitParameter("cacheControl", "no-cache");
    context.addServlet(files, "/");
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.setShowStacks(false);
    errors.addErrorPage(HttpServletResponse.SC_NOT_FOUND, NOTHING);
    context.setErrorHandler(errors);
  }
}
