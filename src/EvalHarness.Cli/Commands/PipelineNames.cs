using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Schemas;

namespace EvalHarness.Cli.Commands;

/// <summary>Names of pipelines on the command line.</summary>
internal static class PipelineNames
{
    /// <exception cref="InputException">There is no such pipeline.</exception>
    public static string Known(string name, string option, IReadOnlyList<PipelineSpec> pipelines)
    {
        string[] known = [.. pipelines.Select(p => p.Name)];
        return known.Contains(name)
            ? name
            : throw new InputException(new InputProblem(option, $"there is no pipeline '{name}'", $"{NearestName.Question(name, known)}There are: {string.Join(", ", known)}."));
    }
}
