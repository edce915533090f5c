using System.Globalization;

namespace EvalHarness.Cli.Terminal;

/// <summary>How fast work goes and how long the rest will take; what a resumed run has already counts in neither.</summary>
internal sealed class Pace(int total, int already, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private int done;

    public int Total => total;

    public int Done => already + done;

    public TimeSpan Elapsed => time.GetElapsedTime(started);

    public void Step() => done++;

    /// <summary>"58/s, 0:07 left".</summary>
    public override string ToString()
    {
        var rate = done / Math.Max(1e-3, Elapsed.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{rate.ToString(rate < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture)}/s, {Left(rate)}");
    }

    private string Left(double rate)
    {
        if (done == 0)
            return "time left unknown";
        var left = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, total - Done) / rate));
        return left.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours}:{left:mm\\:ss} left")
            : string.Create(CultureInfo.InvariantCulture, $"{left:m\\:ss} left");
    }
}
