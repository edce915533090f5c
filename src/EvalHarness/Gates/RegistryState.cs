namespace EvalHarness.Gates;

/// <summary>How far the checkpoint registry went: a registry that was cut or edited afterwards no longer passes through it.</summary>
/// <param name="Head">The hash of its last entry.</param>
/// <param name="Count">Its entries.</param>
public sealed record RegistryState(string Head, int Count);
