/**
 * How workers share GPUs, or executors without one: from the memory of one replica to the largest
 * batch, the workers of a GPU and the Spark settings.
 *
 * <p>{@link io.winnow.network.plan.WorkerPlanner} makes a {@link io.winnow.network.plan.WorkerPlan}
 * of a {@link io.winnow.network.plan.PlanRequest}. What was assumed rather than estimated stands in
 * {@link io.winnow.network.plan.Assumptions}.
 */
@NullMarked
package io.winnow.network.plan;

import org.jspecify.annotations.NullMarked;
