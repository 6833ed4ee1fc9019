package org.slth.spi;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources and packs them, as somebody else's build does. */
final class PluginJar {

  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("public (?:final )?(?:class|interface) (\\w+)");

  private final Path folder;
  private final String service;
  private final List<Source> sources = new ArrayList<>();
  private final List<String> providers = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();

  private PluginJar(Path folder, String service) {
    this.folder = folder;
    this.service = service;
  }

  /** A jar of providers of a service, built in a folder of its own. */
  static PluginJar of(Path folder, String service) {
    return new PluginJar(folder, service);
  }

  /** With a public class, which is no provider. */
  PluginJar with(String source) {
    sources.add(new Source(source));
    return this;
  }

  /** With a public class that is a provider. */
  PluginJar withProvider(String source) {
    providers.add(Source.name(source));
    return with(source);
  }

  /** With a public class that is compiled against, but not packed. */
  PluginJar without(String source) {
    leftOut.add(Source.name(source));
    return with(source);
  }

  /** With another jar to compile against. */
  PluginJar against(URL jar) {
    classPath.add(path(jar));
    return this;
  }

  /** Compiles, packs and tells where the jar is. */
  URL build() {
    try {
      Path classes = Files.createDirectories(folder.resolve("classes"));
      compile(classes);
      Path jar = folder.resolve("plugin.jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        for (Path file : files(classes)) {
          String name = classes.relativize(file).toString().replace('\\', '/');
          if (!leftOut.contains(name.replace('/', '.').replace(".class", ""))) {
            write(out, name, Files.readAllBytes(file));
          }
        }
        write(
            out,
            "META-INF/services/" + service,
            String.join("\n", providers).getBytes(StandardCharsets.UTF_8));
      }
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void compile(Path classes) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    classPath.add(path(Provider.class.getProtectionDomain().getCodeSource().getLocation()));
    classPath.add(path(PluginJar.class.getProtectionDomain().getCodeSource().getLocation()));
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            String.join(
                System.getProperty("path.separator"),
                classPath.stream().map(Path::toString).toList()));
    StringWriter errors = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(errors, null, null, options, null, sources)
            .call();
    if (!compiled) {
      throw new AssertionError(errors.toString());
    }
  }

  private static List<Path> files(Path classes) throws IOException {
    try (Stream<Path> all = Files.walk(classes)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(
          URI.create("string:///" + name(text).replace('.', '/') + ".java"),
          JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    static String name(String text) {
      return first(PACKAGE, text) + "." + first(TYPE, text);
    }

    private static String first(Pattern pattern, String text) {
      Matcher matcher = pattern.matcher(text);
      if (!matcher.find()) {
        throw new AssertionError(pattern + " is not in " + text);
      }
      return matcher.group(1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }
}
