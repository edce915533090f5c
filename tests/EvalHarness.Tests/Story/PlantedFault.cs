namespace EvalHarness.Tests.Story;

/// <summary>A known fault, and a twin in which nothing is wrong.</summary>
/// <param name="Name">As docs/planted-faults.md has it.</param>
/// <param name="FoundBy">The verb that finds it.</param>
/// <param name="ExitCode">Of that verb.</param>
/// <param name="Names">What it must say: the metric and the cause.</param>
/// <param name="Twin">What was changed without harm.</param>
internal sealed record PlantedFault(string Name, string FoundBy, int ExitCode, string[] Names, Func<HelpdeskFaults, Task<Finding>> Fault, string Twin, Func<HelpdeskFaults, Task<Finding>> Harmless)
{
    public override string ToString() => Name;
}
