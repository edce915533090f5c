using System.Text.Json.Nodes;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using EvalHarness.Schemas;

namespace EvalHarness.Experiments.Sweeps;

/// <summary>Makes a pipeline of every point, each read and checked as if the file had it.</summary>
/// <param name="experiment">As it is without the sweep.</param>
public sealed class SweepExpansion(Experiment experiment, SweepPlan plan)
{
    /// <summary>More are hardly meant: a grid grows by multiplication.</summary>
    public const int MostPoints = 200;

    private const string PipelinesSet = "pipelines=";

    private readonly ProblemList problems = new();

    /// <exception cref="InputException">There is no such pipeline, nothing is varied, or points cannot be: each is named.</exception>
    public Sweep Expand()
    {
        var varied = Varied();
        var settings = Settings();
        List<(PointSettings Point, JsonObject Settings)> read = [.. settings.Select(point => (point, SettingsOf(point, varied))).Where(p => p.Item2 is not null).Select(p => (p.point, p.Item2!))];
        problems.ThrowIfAny();
        ThrowIfTwice(read);
        return Sweep(varied, read);
    }

    private PipelineSpec Varied()
    {
        string[] names = [.. experiment.Pipelines.Select(p => p.Name)];
        var name = plan.Pipeline ?? (names is [var only] ? only : throw Problem("--pipeline", "nothing says which pipeline is varied", $"Name one: {string.Join(", ", names)}."));
        return experiment.Pipelines.FirstOrDefault(p => p.Name == name)
            ?? throw Problem("--pipeline", $"there is no pipeline '{name}'", $"{NearestName.Question(name, names)}There are: {string.Join(", ", names)}.");
    }

    private List<PointSettings> Settings()
    {
        if (plan.Variations.GroupBy(v => v.Parameter, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw Problem($"--vary {twice}", "it is varied twice", "Put all its values into one list.");
        var size = plan.Variations.Aggregate(1.0, (product, v) => product * v.Values.Count) + plan.Points.Count;
        if (size > MostPoints)
            throw Problem("--vary", FormattableString.Invariant($"the grid has {size:#,0} points"), $"Vary less: at most {MostPoints} points are tried in one sweep.");
        List<PointSettings> points = [.. plan.Variations.Count == 0 ? [] : Grid(), .. plan.Points.Select(p => new PointSettings(p.Name, [.. p.Settings]))];
        return points.Count > 0 ? points : throw Problem("sweep", "nothing is varied", "Say --vary retrieval.chunk.tokens=120,240, or name a file of points with --points.");
    }

    // The last parameter changes fastest.
    private IEnumerable<PointSettings> Grid()
    {
        IEnumerable<IReadOnlyList<KeyValuePair<string, JsonNode?>>> grid = [[]];
        foreach (var variation in plan.Variations)
            grid = [.. from point in grid from value in variation.Values select (IReadOnlyList<KeyValuePair<string, JsonNode?>>)[.. point, new(variation.Parameter, value)]];
        return grid.Select(values => new PointSettings(Name: null, values));
    }

    private JsonObject? SettingsOf(PointSettings point, PipelineSpec varied)
    {
        try
        {
            var read = ExperimentReader.Read(experiment.File, [.. experiment.Overrides, .. point.Overrides(varied.Name)]);
            return read.Pipelines.Single(p => p.Name == varied.Name).Settings;
        }
        catch (InputException exception)
        {
            // What is wrong with a parameter is wrong with every point that has it.
            foreach (var told in exception.Problems.Select(p => p with { Where = $"point {point.Words}", Found = $"{WithoutPrefix(p.Where, varied)}: {p.Found}" }))
                if (!problems.Problems.Any(p => (p.Found, p.Mend) == (told.Found, told.Mend)))
                    problems.Add(told);
            return null;
        }
    }

    // The option that a point would be is nothing that anybody typed.
    private static string WithoutPrefix(string where, PipelineSpec varied)
    {
        var prefix = $"--set pipelines.{varied.Name}.";
        return where.StartsWith(prefix, StringComparison.Ordinal) ? where[prefix.Length..] : where;
    }

    private static void ThrowIfTwice(List<(PointSettings Point, JsonObject Settings)> read)
    {
        foreach (var (index, (point, settings)) in read.Index())
            if (read.Take(index).FirstOrDefault(p => JsonNode.DeepEquals(p.Settings, settings)).Point is { } twin)
                throw Problem($"point {point.Words}", $"it is the same as point {twin.Words}", "Leave one of them out.");
    }

    private Sweep Sweep(PipelineSpec varied, List<(PointSettings Point, JsonObject Settings)> read)
    {
        List<string> parameters = [.. read.SelectMany(p => p.Point.Values.Select(v => v.Key)).Distinct(StringComparer.Ordinal)];
        PointNames names = new(experiment.Pipelines.Select(p => p.Name), plan.Prefix);
        List<(SweepPoint Point, JsonObject Settings)> points = [.. read.Select((p, i) => (new SweepPoint(NameOf(p, i), Values(p.Settings), IsAsItIs(p.Settings)), p.Settings))];
        if (!points.Exists(p => p.Point.IsUnvaried))
            points.Insert(0, (new SweepPoint(varied.Name, Values(varied.Settings), IsUnvaried: true), varied.Settings));
        return new Sweep(new SweepGrid(varied.Name, parameters, [.. points.Select(p => p.Point)]), Expanded(varied, points));

        bool IsAsItIs(JsonObject settings) => JsonNode.DeepEquals(settings, varied.Settings);
        string NameOf((PointSettings Point, JsonObject Settings) point, int index) => IsAsItIs(point.Settings) ? varied.Name : names.For(point.Point, index + 1);
        IReadOnlyList<string?> Values(JsonObject settings) => [.. parameters.Select(p => PointSettings.Text(Find(settings, p)))];
    }

    // All pipelines stay in the experiment, which speaks of them elsewhere too; those of the sweep are chosen from it, as whoever reads its run again does.
    private Experiment Expanded(PipelineSpec varied, List<(SweepPoint Point, JsonObject Settings)> points)
    {
        JsonObject all = [.. experiment.Pipelines.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Settings.DeepClone()))];
        foreach (var (point, settings) in points.Where(p => !p.Point.IsUnvaried))
            all[point.Name] = settings.DeepClone();
        var expanded = Read([.. experiment.Overrides, $"{PipelinesSet}{all.ToJsonString(RunJson.Compact)}"]);
        return expanded with { Pipelines = [.. points.Select(p => expanded.Pipelines.Single(s => s.Name == p.Point.Name))], Baseline = varied.Name };
    }

    // Each point is well; what is wrong with several together stands in no place of a file.
    private Experiment Read(IReadOnlyList<string> overrides)
    {
        try
        {
            return ExperimentReader.Read(experiment.File, overrides);
        }
        catch (InputException exception)
        {
            throw new InputException([.. exception.Problems.Select(p => p.Where.StartsWith($"--set {PipelinesSet}", StringComparison.Ordinal) ? p with { Where = "sweep" } : p)]);
        }
    }

    private static JsonNode? Find(JsonObject settings, string path)
    {
        JsonNode? found = settings;
        foreach (var key in path.Split('.'))
            found = (found as JsonObject)?[key];
        return found;
    }

    private static InputException Problem(string where, string found, string mend) => new(new InputProblem(where, found, mend));
}
