namespace EvalHarness.Checkpoints;

/// <summary>Who adds to a registry, and by which command.</summary>
public sealed record RegistryAuthor(string By, string Command);
