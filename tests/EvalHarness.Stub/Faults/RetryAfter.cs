using System.Globalization;

namespace EvalHarness.Stub.Faults;

/// <summary>How a server says when to come back.</summary>
public sealed record RetryAfter(string? Header, Func<DateTimeOffset, string> Value)
{
    public static RetryAfter None { get; } = new(null, _ => "");

    public static RetryAfter Seconds(int seconds) => new("Retry-After", _ => seconds.ToString(CultureInfo.InvariantCulture));

    /// <summary>An HTTP date, which counts in whole seconds.</summary>
    public static RetryAfter Date(TimeSpan fromNow) => new("Retry-After", now => (now + fromNow).ToString("R", CultureInfo.InvariantCulture));

    public static RetryAfter Milliseconds(int milliseconds) => new("retry-after-ms", _ => milliseconds.ToString(CultureInfo.InvariantCulture));
}
