using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Tests.Documents;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("4096", 4096)]
    [InlineData("12B", 12)]
    [InlineData("500kB", 500_000)]
    [InlineData("500 kb", 500_000)]
    [InlineData("1.5MB", 1_500_000)]
    [InlineData("1MiB", 1_048_576)]
    [InlineData("2GB", 2_000_000_000)]
    public void Size_IsRead(string text, long expected)
    {
        ByteSize.TryParse(text, out long bytes).ShouldBeTrue();
        bytes.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MB")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.1B")]
    [InlineData("5Q")]
    [InlineData("1e9")]
    [InlineData("9999999999999GB")]
    [InlineData("79228162514264337593543950335GB")]
    public void AnythingElse_IsRefused(string text) => ByteSize.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(1_500, "1.5 kB")]
    [InlineData(5_000_000, "5 MB")]
    [InlineData(1_500_000_000, "1.5 GB")]
    public void Size_IsWrittenWithAUnit(long bytes, string expected) => ByteSize.Format(bytes).ShouldBe(expected);
}
