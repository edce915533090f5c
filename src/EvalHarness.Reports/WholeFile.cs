namespace EvalHarness.Reports;

/// <summary>Written beside and moved into place: a reader sees the old file or the new one, never half of one.</summary>
internal static class WholeFile
{
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var beside = path + ".new";
        try
        {
            await using (var stream = File.Create(beside))
                await write(stream);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            // Nothing is there any more unless writing stopped half-way.
            File.Delete(beside);
        }
    }
}
