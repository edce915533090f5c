using EvalHarness.Decisions.Boundaries;
using EvalHarness.Decisions.Budget;
using EvalHarness.Decisions.Effects;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Decisions.Production;
using EvalHarness.Decisions.Recommendations;

namespace EvalHarness.Decisions;

/// <summary>Decides from one run; pure, and the same for the same rows.</summary>
public static class DecisionMaker
{
    /// <returns>Absent when the run has fewer than two arms that can win.</returns>
    public static Decision? Decide(DecisionInputs inputs)
    {
        if (inputs.Arms.Contenders.Count < 2)
            return null;
        var matrix = new DecisionMatrix(inputs).Rows();
        var constraints = new Constraints(inputs, matrix).Checks();
        return new Decision
        {
            Arms = inputs.Arms,
            Settings = inputs.Settings,
            Matrix = matrix,
            Boundaries = new BoundaryMaker(inputs).All(),
            OverBase = BaseContrasts.Of(inputs),
            Factorial = Factorial.Of(inputs),
            Ratios = Ratios.Of(inputs),
            HarmfulSlices = HarmfulSlices.Of(inputs),
            Budget = new BudgetMaker(inputs).Study(),
            Retrieval = new RetrievalLines(inputs).All(),
            Checkpoints = CheckpointLines.Of(inputs),
            Retries = RetryLines.Of(inputs),
            Studies = inputs.Studies,
            Taught = TaughtLines.Of(inputs),
            Aliases = inputs.Aliases,
            Traffic = TrafficLines.Of(inputs),
            Constraints = constraints,
            Recommendation = new Recommender(inputs, matrix, constraints).Recommend(),
        };
    }
}
