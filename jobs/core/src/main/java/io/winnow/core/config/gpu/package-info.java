/** GPUs by name, and which of them the GPU backend has machine code for. */
@NullMarked
package io.winnow.core.config.gpu;

import org.jspecify.annotations.NullMarked;
