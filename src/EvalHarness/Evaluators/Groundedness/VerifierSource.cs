using System.Text.Json.Nodes;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Which verifier says whether claims are supported, as the experiment file has it under <c>verifier:</c>.</summary>
/// <param name="Kind">Which factory builds it; one of <see cref="ClaimVerifiers.Names"/> needs no settings.</param>
/// <param name="Folder">Where its relative paths start.</param>
public sealed record VerifierSource(string Kind, string Folder, JsonObject Settings)
{
    public const string Local = "local";

    /// <summary>An absolute path for a path in the settings.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);
}
