namespace EvalHarness.Tests;

/// <summary>External data that is not part of the repository: tests that read it are skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The path of a file below the shared data; ignores the running test when it is not there.</summary>
    public static string File(string name)
    {
        var file = Path.Combine(Repository.Root, "..", "shared", "data", name);
        if (!System.IO.File.Exists(file))
            Assert.Ignore($"{name} is not there: put the shared data beside the repository, in {Path.GetFullPath(file)}");
        return file;
    }
}
