using LlmAspects.Generators;
using LlmAspects.Shared;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Analyzers.Tests.Conventions;

public class AspectNamesTests
{
    [Theory]
    [InlineData(AspectNames.ErrorContextAttribute, typeof(ErrorContextAttribute))]
    [InlineData(AspectNames.TracePerformanceAttribute, typeof(TracePerformanceAttribute))]
    [InlineData(AspectNames.RetryWithBackoffAttribute, typeof(RetryWithBackoffAttribute))]
    [InlineData(AspectNames.UserAspectAttribute, typeof(AspectAttribute<>))]
    [InlineData(AspectNames.AspectCall, typeof(AspectCall))]
    [InlineData(AspectNames.LlmComponentAttribute, typeof(LlmComponentAttribute))]
    [InlineData(AspectNames.LlmAspectsSourceAttribute, typeof(LlmAspectsSourceAttribute))]
    [InlineData(AspectNames.LlmAspectsShowWrappersAttribute, typeof(LlmAspectsShowWrappersAttribute))]
    [InlineData(AspectNames.LlmAspectsLevelAttribute, typeof(LlmAspectsLevelAttribute))]
    [InlineData(AspectNames.NoAspectsAttribute, typeof(NoAspectsAttribute))]
    [InlineData(AspectNames.TagAttribute, typeof(TagAttribute))]
    [InlineData(AspectNames.RedactAttribute, typeof(RedactAttribute))]
    [InlineData(AspectNames.TraceBlock, typeof(TraceBlock))]
    [InlineData(AspectNames.ChatClient, typeof(IChatClient))]
    [InlineData(AspectNames.EmbeddingGenerator, typeof(IEmbeddingGenerator<,>))]
    [InlineData(AspectNames.Generator, typeof(AspectGenerator))]
    public void Name_IsThatOfTheType(string name, Type type) => name.ShouldBe(type.FullName);
}
