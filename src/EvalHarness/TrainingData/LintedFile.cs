namespace EvalHarness.TrainingData;

/// <summary>A file or folder that was read.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Hash">SHA-256: of a file's bytes, of a folder's articles as a corpus has it.</param>
/// <param name="Rows">Examples, samples or documents.</param>
public sealed record LintedFile(string Name, string Hash, int Rows);
