namespace EvalHarness.Checkpoints;

/// <summary>Somebody outside the registry who remembers how far it went: a verdict.</summary>
/// <param name="Where">gate.json, or what else says so.</param>
/// <param name="Head">The hash of the entry that was the last.</param>
/// <param name="Count">The entries there were.</param>
public sealed record RegistryWitness(string Where, string Head, int Count);
