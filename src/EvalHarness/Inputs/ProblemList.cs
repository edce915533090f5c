using System.Globalization;
using EvalHarness.Schemas;

namespace EvalHarness.Inputs;

/// <summary>Gathers what is wrong with an input, so that all of it is reported at once.</summary>
public sealed class ProblemList
{
    /// <summary>Further problems are counted, not kept.</summary>
    public const int MaxKept = 50;

    private readonly List<InputProblem> problems = [];
    private int count;

    public bool Any => count > 0;

    /// <summary>Those that are kept.</summary>
    public IReadOnlyList<InputProblem> Problems => problems;

    public void Add(InputProblem problem)
    {
        if (++count <= MaxKept)
            problems.Add(problem);
    }

    public void Add(string where, string found, string mend) => Add(new InputProblem(where, found, mend));

    public void AddRange(IEnumerable<InputProblem> more)
    {
        foreach (var problem in more)
            Add(problem);
    }

    /// <param name="source">Where the value that was validated stands.</param>
    public void AddErrors(IEnumerable<SchemaError> errors, SourceMap source)
    {
        // A value may have to meet several schemas that ask the same of it.
        foreach (var error in errors.DistinctBy(e => (e.InstancePath, e.Found, e.Expected)))
            Add(source.Where(error.InstancePath, error.IsAboutName), Subject(error) + error.Found, error.Expected);
    }

    /// <exception cref="InputException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (count > problems.Count)
            problems.Add(new InputProblem(problems[^1].Where, string.Create(CultureInfo.InvariantCulture, $"{count - problems.Count} more problems follow"), "Mend these first."));
        if (count > 0)
            throw new InputException(problems);
    }

    private static string Subject(SchemaError error) =>
        Dotted(error.IsAboutName ? JsonPointer.Parent(error.InstancePath) : error.InstancePath) is { Length: > 0 } path ? $"{path}: " : "";

    // a.b[0], as people write paths.
    private static string Dotted(string pointer) => string
        .Concat(JsonPointer.Segments(pointer).Select(s => s.Length > 0 && s.All(char.IsAsciiDigit) ? $"[{s}]" : $".{s}"))
        .TrimStart('.');
}
