package org.slth.examples.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What every suite needs to know.
 *
 * @param threads how many each contestant may use
 * @param data the directory of data sets
 * @param scripts the directory of Python scripts
 * @param environments the directory that holds one virtual environment per requirements file
 * @param core the processor that OpenBLAS is told to compute for, besides what it finds out; may be
 *     empty
 */
record Setting(int threads, Path data, Path scripts, Path environments, String core) {

  /** Returns the command that runs a class of this class path in a JVM of its own. */
  List<String> java(Class<?> main, Object... arguments) {
    return java(List.of(), main, arguments);
  }

  /**
   * The same with options for the JVM.
   *
   * @param options come before the class path
   */
  List<String> java(List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return with(command, arguments);
  }

  /**
   * Returns the command that runs a script.
   *
   * @param environment the virtual environment, such as {@code venv}
   */
  List<String> python(String environment, String script, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(environments.resolve(environment).resolve("bin/python").toString());
    command.add(scripts.resolve(script).toString());
    return with(command, arguments);
  }

  private static List<String> with(List<String> command, Object... arguments) {
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return List.copyOf(command);
  }
}
