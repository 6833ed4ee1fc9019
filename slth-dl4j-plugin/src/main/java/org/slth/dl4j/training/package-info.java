/**
 * Training masks over random weights in the pipeline a user has: choose {@link
 * org.slth.dl4j.training.MaskScore} as the updater, call {@link
 * org.slth.dl4j.training.MaskTraining#start} once, and {@code fit} as always.
 *
 * <p>How it works. The parameter array of the network always holds effective weights, so that
 * output, evaluation, saving and export need to know nothing. The state of the updater holds the
 * random weights, the scores, and the state of an inner updater that moves the scores:
 *
 * <pre>
 * state = [w | s | inner],   parameters = e = project(w, s)
 * </pre>
 *
 * <p>DL4J shows an updater gradients alone, and merges the gradients of layers whose updaters are
 * equal. It shows parameters to regularizations, though, one array at a time and on the same thread
 * just before: {@link org.slth.dl4j.training.MaskLink} is a regularization that changes nothing and
 * hands each array over.
 */
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.training;
