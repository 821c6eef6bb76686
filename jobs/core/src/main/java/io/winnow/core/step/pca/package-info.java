/**
 * Principal components of finished numeric features: the last step, after scaling and selection. A
 * library finds the directions ({@link io.winnow.core.library.LibraryFits}); centring, signs and
 * the projection of a row are done here.
 */
package io.winnow.core.step.pca;
