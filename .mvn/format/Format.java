import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats the Java sources below the given folders, or says which are not formatted.
 *
 * <p>Run by the build with the JDK it compiles with: a formatter inside Maven would read our sources
 * with the parser of the JDK that runs Maven, which may be too old for them.
 */
final class Format {

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    List<Path> unformatted = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      Path folder = Path.of(args[i]);
      if (Files.isDirectory(folder)) {
        format(folder, write, unformatted);
      }
    }
    if (!write && !unformatted.isEmpty()) {
      unformatted.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("run: mvn -Dformat=write process-sources");
      System.exit(1);
    }
  }

  private static void format(Path folder, boolean write, List<Path> unformatted) throws Exception {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(folder)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    Formatter formatter = new Formatter();
    for (Path source : sources) {
      String text = Files.readString(source);
      String formatted = formatter.formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        unformatted.add(source);
        if (write) {
          Files.writeString(source, formatted);
        }
      }
    }
  }
}
