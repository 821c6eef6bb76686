/**
 * Checks that a table must hold before anything is learnt from it: declared in the pipeline file,
 * measured by the profile.
 */
package io.winnow.core.profile.check;
