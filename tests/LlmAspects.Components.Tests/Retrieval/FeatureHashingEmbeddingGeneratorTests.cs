using System.Numerics.Tensors;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Retrieval;

public class FeatureHashingEmbeddingGeneratorTests
{
    private static readonly FeatureHashingEmbeddingGenerator Generator = new();

    [Fact]
    public async Task SameText_HasTheSameEmbeddingInEveryVersion()
    {
        float[] values = await EmbedAsync(Generator, "retry");

        // One word, one dimension: FNV-1a of "retri" names it, and its highest bit the sign.
        int place = Array.FindIndex(values, value => value != 0);
        (values.Length, place, values[place], values.Count(value => value != 0)).ShouldBe((1_024, Place("retri").Dimension, Place("retri").Sign, 1));
    }

    [Fact]
    public async Task Texts_AreNearWhenTheyShareWords()
    {
        float[] question = await EmbedAsync(Generator, "How are failed calls retried?");

        float[] near = await EmbedAsync(Generator, "A failed call is retried.");
        float[] far = await EmbedAsync(Generator, "Tokens are counted exactly.");

        TensorPrimitives.CosineSimilarity<float>(question, near).ShouldBe(1, 1e-5f);
        TensorPrimitives.CosineSimilarity<float>(question, far).ShouldBe(0, 0.01f);
    }

    [Fact]
    public async Task CountedTexts_MakeRareWordsWeighMore()
    {
        var generator = new FeatureHashingEmbeddingGenerator(texts: ["apple bridge", "apple candle", "apple desert"]);

        float[] values = await EmbedAsync(generator, "apple bridge");

        // N = 3: 1 + ln(4 / 4) against 1 + ln(4 / 2).
        Math.Abs(values[Place("bridg").Dimension] / values[Place("appl").Dimension]).ShouldBe(1 + (float)Math.Log(2), 1e-5f);
    }

    [Theory]
    [InlineData("")]
    [InlineData("the of and")]
    public async Task TextWithoutWords_IsZero(string text) => (await EmbedAsync(Generator, text)).ShouldAllBe(value => value == 0);

    [Fact]
    public void Metadata_NamesIt()
    {
        var metadata = (EmbeddingGeneratorMetadata)Generator.GetService(typeof(EmbeddingGeneratorMetadata))!;

        (metadata.DefaultModelId, metadata.DefaultModelDimensions).ShouldBe(("feature-hashing-1024", 1_024));
        Generator.GetService(typeof(FeatureHashingEmbeddingGenerator)).ShouldBe(Generator);
        Generator.GetService(typeof(string)).ShouldBeNull();
    }

    [Theory]
    [InlineData(15)]
    [InlineData(65_537)]
    public void DimensionsOutOfRange_AreRefused(int dimensions) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new FeatureHashingEmbeddingGenerator(new FeatureHashingOptions { Dimensions = dimensions }));

    private static (int Dimension, int Sign) Place(string term)
    {
        ulong hash = 14_695_981_039_346_656_037;
        foreach (char unit in term)
        {
            hash = (hash ^ unit) * 1_099_511_628_211;
        }

        return ((int)((hash >> 1) % 1_024), hash >> 63 == 0 ? 1 : -1);
    }

    private static async Task<float[]> EmbedAsync(FeatureHashingEmbeddingGenerator generator, string text) => (await generator.GenerateVectorAsync(text)).ToArray();
}
