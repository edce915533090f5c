namespace EvalHarness.Tests.Reports;

/// <summary>An empty folder that is gone after the test.</summary>
internal sealed class SomeFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("evalharness-").FullName;

    public string Text(string file) => File.ReadAllText(Path.Combine(FullPath, file));

    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(FullPath, file));

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
