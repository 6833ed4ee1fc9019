package org.slth.examples;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** Updaters by name, each with the first rates that do well for masks and for weights of digits. */
public enum TrainingUpdater {
  /** Adam. */
  ADAM(3e-3, 1e-3) {
    @Override
    IUpdater of(ISchedule rates) {
      return new Adam(rates);
    }
  },
  /** Gradient descent with momentum 0.9. */
  NESTEROVS(1, 0.05) {
    @Override
    IUpdater of(ISchedule rates) {
      return new Nesterovs(rates, Nesterovs.DEFAULT_NESTEROV_MOMENTUM);
    }
  },
  /** Gradient descent. */
  SGD(10, 0.1) {
    @Override
    IUpdater of(ISchedule rates) {
      return new Sgd(rates);
    }
  };

  private final double maskRate;
  private final double weightRate;

  TrainingUpdater(double maskRate, double weightRate) {
    this.maskRate = maskRate;
    this.weightRate = weightRate;
  }

  abstract IUpdater of(ISchedule rates);

  /** Returns a good first rate for scores. */
  double maskRate() {
    return maskRate;
  }

  /** Returns a good first rate for weights. */
  double weightRate() {
    return weightRate;
  }

  /** Returns the updater, its rate falling from {@code rate} along half a cosine. */
  public IUpdater falling(double rate, int epochs) {
    Map<Integer, Double> rates = new LinkedHashMap<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      rates.put(epoch, rate * (1 + Math.cos(Math.PI * epoch / epochs)) / 2);
    }
    return of(new MapSchedule(ScheduleType.EPOCH, rates));
  }
}
