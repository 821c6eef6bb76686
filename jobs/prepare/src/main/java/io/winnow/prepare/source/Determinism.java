package io.winnow.prepare.source;

import io.winnow.core.failure.WinnowException;
import org.apache.spark.sql.catalyst.expressions.CurrentDate;
import org.apache.spark.sql.catalyst.expressions.CurrentTimestampLike;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.LocalTimestamp;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AnyValue;
import org.apache.spark.sql.catalyst.expressions.aggregate.First;
import org.apache.spark.sql.catalyst.expressions.aggregate.Last;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Offset;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import scala.collection.JavaConverters;

/**
 * Refuses a plan whose result is not determined by the rows that it reads: functions of chance, of
 * the clock or of the order of rows, samples, and limits.
 */
final class Determinism {
  private final String key;

  private Determinism(String key) {
    this.key = key;
  }

  /**
   * Checks an analysed plan and all below it.
   *
   * @param key of the configuration, for messages
   */
  static void check(String key, LogicalPlan plan) {
    new Determinism(key).check(plan);
  }

  private void check(QueryPlan<?> plan) {
    if (plan instanceof Sample) {
      throw refused("a sample", "which depends on how the input is cut");
    }
    if ((plan instanceof GlobalLimit limit && !isSorted(limit.child()))
        || (plan instanceof Offset offset && !isSorted(offset.child()))) {
      throw refused("LIMIT or OFFSET without ORDER BY", "which takes other rows each time");
    }
    JavaConverters.seqAsJavaList(plan.expressions()).forEach(this::check);
    JavaConverters.seqAsJavaList(plan.children()).forEach(child -> check((QueryPlan<?>) child));
  }

  private static boolean isSorted(LogicalPlan plan) {
    return (plan instanceof Sort sort && sort.global())
        || (plan instanceof LocalLimit limit && isSorted(limit.child()))
        || (plan instanceof Offset offset && isSorted(offset.child()));
  }

  private void check(Expression expression) {
    if (expression instanceof CurrentDate
        || expression instanceof CurrentTimestampLike
        || expression instanceof LocalTimestamp) {
      throw refused(name(expression), "which depends on the clock; use {interval}");
    }
    if (expression instanceof First
        || expression instanceof Last
        || expression instanceof AnyValue) {
      throw refused(name(expression), "which depends on the order of rows; use min() or max()");
    }
    boolean isOwn =
        JavaConverters.seqAsJavaList(expression.children()).stream()
            .allMatch(Expression::deterministic);
    if (!expression.deterministic() && isOwn && !(expression instanceof PlanExpression)) {
      throw refused(name(expression), "whose result the rows do not determine");
    }
    // In a window the order is declared.
    Expression parent =
        expression instanceof WindowExpression window ? window.windowFunction() : expression;
    if (parent instanceof AggregateExpression aggregate && parent != expression) {
      parent = aggregate.aggregateFunction();
    }
    JavaConverters.seqAsJavaList(parent.children()).forEach(this::check);
    if (expression instanceof PlanExpression<?> query) {
      check(query.plan());
    }
  }

  private static String name(Expression expression) {
    return expression.prettyName() + "()";
  }

  private WinnowException refused(String what, String why) {
    return WinnowException.usage(
        "%s: has %s, %s; a run must give the same rows again".formatted(key, what, why));
  }
}
