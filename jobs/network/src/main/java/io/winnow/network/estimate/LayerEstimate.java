package io.winnow.network.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one layer needs, in elements.
 *
 * @param outputShape batch, then channels and extents, or units
 * @param updaterState of the optimizer; 0 where the model leaves it out
 * @param activations outputs of the forward pass over the batch
 * @param epsilons gradients of those outputs, or of the inputs in the dl4j model
 * @param workingMemory intermediate arrays; 0 where the model leaves them out
 * @param trainingElements all that training needs
 * @param inferenceElements all that inference needs
 * @param trainingShare of the layers' memory in training; null in the textbook model
 * @param inferenceShare of the layers' memory in inference; null in the textbook model
 * @param basis where the figures come from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
    @Nullable Double trainingShare,
    @Nullable Double inferenceShare,
    Basis basis) {}
