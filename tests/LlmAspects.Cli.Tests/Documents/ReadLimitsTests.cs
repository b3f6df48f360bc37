using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Tests.Documents;

public sealed class ReadLimitsTests
{
    [Fact]
    public void Defaults_AreThoseThatTheHelpNames() =>
        new ReadLimits().ShouldBe(new ReadLimits { MaxFileBytes = 5_000_000, MaxTotalBytes = 200_000_000, MaxFiles = 10_000, MaxDepth = 32 });
}
