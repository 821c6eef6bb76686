package io.winnow.train;

import io.winnow.core.manifest.TrainingReport.EpochReport;
import java.util.List;

/**
 * The epochs behind a training, as far as later ones depend on them.
 *
 * @param best what early stopping remembers
 */
public record EpochHistory(List<EpochReport> epochs, BestEpoch.Kept best) {}
