namespace EvalHarness.Tests;

/// <summary>External data that is not part of the repository: tests that read it are skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The path of a labelled file; ignores the running test when it is not there.</summary>
    public static string File(string name) => Find("data", name);

    /// <summary>The path of a file of test vectors; ignores the running test when it is not there.</summary>
    public static string Reference(string name) => Find("reference", name);

    private static string Find(string folder, string name)
    {
        var file = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", folder, name));
        if (!System.IO.File.Exists(file))
            Assert.Ignore($"{folder}/{name} is not there: put the shared data beside the repository, in {file}");
        return file;
    }
}
