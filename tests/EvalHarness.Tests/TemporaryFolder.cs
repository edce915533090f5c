using System.Text;

namespace EvalHarness.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("evalharness-test-").FullName;

    public string this[string name] => Path.Combine(FullPath, name);

    /// <summary>Writes a file, and the folders above it, and returns its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var file = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public string Text(string name) => File.ReadAllText(this[name]);

    public byte[] Bytes(string name) => File.ReadAllBytes(this[name]);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
