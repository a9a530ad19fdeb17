-- The pixels of a photo go with the last photo that has them: whoever takes a photo away wants it gone.
CREATE FUNCTION drop_unused_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM photo_files f WHERE f.hash = OLD.hash AND NOT EXISTS (SELECT FROM photos p WHERE p.hash = OLD.hash);
    RETURN NULL;
END
$$;

CREATE TRIGGER tr_photos_unused AFTER DELETE OR UPDATE OF hash ON photos
    FOR EACH ROW EXECUTE FUNCTION drop_unused_photo();
