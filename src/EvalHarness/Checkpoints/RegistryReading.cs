using EvalHarness.Inputs;

namespace EvalHarness.Checkpoints;

/// <summary>What stands in a registry's file, and what is wrong with it.</summary>
/// <param name="Entries">Those that could be read, in the order of the file.</param>
/// <param name="Problems">In the order of the file; with any of them nothing in it can be relied on.</param>
/// <param name="Length">Bytes up to the end of the last whole entry.</param>
/// <param name="Torn">Bytes behind it: a line that was begun and never finished. Nobody was told that it was written.</param>
/// <param name="LacksLineEnd">The last entry is whole but for its line's end.</param>
internal sealed record RegistryReading(IReadOnlyList<RegistryEntry> Entries, IReadOnlyList<InputProblem> Problems, long Length, int Torn, bool LacksLineEnd)
{
    public static RegistryReading Empty { get; } = new([], [], 0, 0, false);
}
