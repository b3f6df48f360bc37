using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class CallTokensTests
{
    private static readonly OperationCanceledException Error = new();

    [Fact]
    public void NoToken_MeansNoParameter() => CallTokens.From([]).Explain(Error).ShouldBeTrue();

    [Fact]
    public void UncancellableTokens_ExplainNothing() =>
        CallTokens.From([CancellationToken.None, CancellationToken.None]).Explain(Error).ShouldBeFalse();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void AnyRequestedToken_Explains(int requested)
    {
        var sources = Enumerable.Range(0, 3).Select(_ => new CancellationTokenSource()).ToArray();
        var tokens = CallTokens.From([sources[0].Token, sources[1].Token, sources[2].Token]);

        tokens.Explain(Error).ShouldBeFalse();
        sources[requested].Cancel();

        tokens.Explain(Error).ShouldBeTrue();
    }

    [Fact]
    public void TokenOfAnEnumeration_ReplacesAMissingParameter()
    {
        using var source = new CancellationTokenSource();
        var tokens = CallTokens.From([]).With(source.Token);

        tokens.Explain(Error).ShouldBeFalse();
        source.Cancel();

        tokens.Explain(Error).ShouldBeTrue();
    }

    [Fact]
    public void TokenOfAnEnumeration_JoinsTheParameter()
    {
        using var parameter = new CancellationTokenSource();
        using var enumeration = new CancellationTokenSource();
        var tokens = CallTokens.From([parameter.Token]).With(enumeration.Token).With(CancellationToken.None);

        enumeration.Cancel();

        tokens.Explain(Error).ShouldBeTrue();
        CallTokens.From([parameter.Token]).Explain(Error).ShouldBeFalse();
    }
}
