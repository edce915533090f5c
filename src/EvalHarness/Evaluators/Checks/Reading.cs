namespace EvalHarness.Evaluators.Checks;

/// <summary>What a dial shows for one reply.</summary>
/// <param name="Value">Absent when it has no meaning for the reply.</param>
/// <param name="Reason">How the value came about, or why there is none.</param>
internal readonly record struct Reading(double? Value, string Reason)
{
    public static Reading Of(bool value, string reason) => new(value ? 1 : 0, reason);

    /// <summary>A share; of nothing it has no meaning.</summary>
    public static Reading Share(int part, int whole, string ofNothing) => whole == 0 ? new(null, ofNothing) : new((double)part / whole, $"{part} of {whole}");
}
