package io.winnow.network.estimate;

import java.util.List;

/**
 * What one layer needs, in elements.
 *
 * @param outputShape batch, then channels and extents, or units
 * @param updaterState of the optimizer; 0 where the model leaves it out
 * @param activations outputs of the forward pass over the batch
 * @param epsilons gradients of those outputs
 * @param workingMemory intermediate arrays; 0 where the model leaves them out
 * @param trainingElements all that training needs
 * @param inferenceElements all that inference needs
 * @param basis where the figures come from
 */
public record LayerEstimate(
    String name,
    String type,
    List<Long> outputShape,
    long parameters,
    long gradient,
    long updaterState,
    long activations,
    long epsilons,
    long workingMemory,
    long trainingElements,
    long inferenceElements,
    Basis basis) {}
