/**
 * The command {@code doctor}: what is there, and what is wrong with it.
 *
 * <p>Start from {@link org.slth.examples.doctor.Doctor}. {@code Machine}, {@code ClassPath}, {@code
 * Backend} and {@code Plugin} are what was found, as values; {@code Diagnosis} judges them and
 * nothing else, so that a test can give it any machine.
 *
 * <p>Nothing here but {@code Backend} touches ND4J, and it survives whatever that throws.
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.doctor;
