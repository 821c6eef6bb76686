/**
 * How well each way to fill missing cells recovers cells that are known: a sample of the observed
 * cells of train is hidden, every strategy is fitted on the others, and what it fills is compared
 * with what was there (mask and recover).
 */
package io.winnow.core.step.impute.recover;
