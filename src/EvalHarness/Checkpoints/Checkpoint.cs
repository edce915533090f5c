namespace EvalHarness.Checkpoints;

/// <summary>A trained model on disk.</summary>
/// <param name="Folder">Holds <c>checkpoint.json</c> and the model's files; absolute.</param>
public sealed record Checkpoint(CheckpointManifest Manifest, string Folder)
{
    public string PathOf(string file) => Path.Combine(Folder, file);
}
