package io.winnow.train.round;

import java.io.Serializable;

/**
 * What one worker brings back from a round.
 *
 * @param rows trained on; 0 where its shard had ended
 * @param lossSum over the rows, each minibatch before its update
 * @param state parameters and updater state; empty without rows
 * @param heldBytes of its arrays, workspaces included
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record WorkerShare(long rows, double lossSum, byte[] state, long heldBytes, WorkerTimes times)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
