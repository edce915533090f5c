using System.Globalization;

namespace EvalHarness.Cli.Terminal;

/// <summary>How fast work goes and how long the rest will take; what a resumed run has already counts in neither.</summary>
internal sealed class Pace(int total, int already, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private int done;

    public int Total => total;

    public int Done => already + done;

    /// <summary>"1:20": since the beginning.</summary>
    public string Taken => Clock(Elapsed);

    private TimeSpan Elapsed => time.GetElapsedTime(started);

    public void Step() => done++;

    /// <summary>"58/s, 0:07 left".</summary>
    public override string ToString()
    {
        var rate = done / Math.Max(1e-3, Elapsed.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{rate.ToString(rate < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture)}/s, {Left(rate)}");
    }

    private string Left(double rate) => done == 0
        ? "time left unknown"
        : $"{Clock(TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, total - Done) / rate)))} left";

    private static string Clock(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
        : string.Create(CultureInfo.InvariantCulture, $"{time:m\\:ss}");
}
