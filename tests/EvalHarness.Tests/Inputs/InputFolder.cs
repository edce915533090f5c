using System.Text;

namespace EvalHarness.Tests.Inputs;

/// <summary>A folder of input files that is gone after the test.</summary>
internal sealed class InputFolder : IDisposable
{
    public InputFolder()
    {
        FullPath = Directory.CreateTempSubdirectory("evalharness-inputs-").FullName;
    }

    public string FullPath { get; }

    /// <summary>Writes a file, and the folders above it, and returns its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string this[string name] => Path.Combine(FullPath, name);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
