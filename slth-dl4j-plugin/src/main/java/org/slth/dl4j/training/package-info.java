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
 *
 * <p>What DL4J does to masks, and to any updater with a state:
 *
 * <ul>
 *   <li>A {@code CheckpointListener} saves before the step is counted. To go on bit for bit: {@code
 *       network.setIterationCount(network.getIterationCount() + 1)} after loading.
 *   <li>{@code ComputationGraph.clone()} begins to count steps and epochs again, and clones of an
 *       {@code AttentionVertex} have no updater.
 *   <li>{@code TransferLearning} and networks saved without their updater lose the scores; training
 *       says so, and {@code start} begins anew. Frozen layers stay as they are.
 *   <li>A {@code SeparableConvolution2D} with a bias is updated at the wrong place; {@code start}
 *       refuses it.
 *   <li>Gradients are never shared between masked networks, parameters and updaters are averaged:
 *       {@link org.slth.dl4j.training.ParallelMaskTraining}. After any other average: {@link
 *       org.slth.dl4j.training.MaskTraining#project}.
 * </ul>
 *
 * <p>Where the time of a step goes: DL4J's operation for Adam takes 5 to 9 ns for a number, near
 * half of a step of a perceptron at batch 64; ours takes 0.7 ({@code AdamRows}), and all that masks
 * add about 2. So a step with a mask is the shorter one. Other inner updaters are DL4J's.
 *
 * <p>Optional dependencies: {@code deeplearning4j-parallel-wrapper} and {@code
 * deeplearning4j-core}, for {@code ParallelMaskTraining} alone. Both without what they bring: users
 * of ParallelWrapper have it, old HTTP clients and a JSON library under a licence of its own among
 * it.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.training;

import org.apiguardian.api.API;
