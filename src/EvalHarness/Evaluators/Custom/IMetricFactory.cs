namespace EvalHarness.Evaluators.Custom;

/// <summary>Builds evaluators for the metrics of one kind that users define.</summary>
public interface IMetricFactory
{
    /// <summary>The value of <c>kind:</c> in the experiment file.</summary>
    string Kind { get; }

    /// <summary>Looks at the settings alone: nothing is loaded, started or called.</summary>
    /// <exception cref="Inputs.InputException">Something it names is missing, or cannot be used as it says.</exception>
    void Check(MetricSource metric);

    /// <summary>An evaluator whose first metric has the id of <paramref name="metric"/>; what else it measures is called <c>id-something</c>.</summary>
    IEvaluator Build(MetricSource metric, AnswerReader reader);
}
